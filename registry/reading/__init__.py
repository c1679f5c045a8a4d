"""Published files in, tables of text out: what a file says, before anybody asks what it means."""
