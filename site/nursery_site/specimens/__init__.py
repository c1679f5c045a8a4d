"""Components in every state, over fictional data, for the page on which they are looked at."""
