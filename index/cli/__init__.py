"""The command line of Juanzong: `index.cli.main.main` is called by `desktop_app.launch`."""
