"""Repairs: each module undoes one kind of damage and says what it did (`index.model.Repair`)."""
