"""The forms that a decision is saved in → its lines, header, blocks and sections. Import from the modules."""
