"""The room Page -> Article: the article without the furniture, and the furniture as what it is."""
