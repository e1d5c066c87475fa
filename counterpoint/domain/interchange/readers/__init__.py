"""One reader for each kind of file that the directory knows, told apart by the headings."""
