"""Collections in the window: the pane with tree and list, books as PDF, archives for colleagues."""
