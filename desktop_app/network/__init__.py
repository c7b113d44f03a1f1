"""Pictures of who appears with whom, around one name or in all results."""

from desktop_app.network.pane import NetworkPane

__all__ = ["NetworkPane"]
