"""Small windows that ask or tell: settings, about, errors, a new archive, properties, shortcuts."""
