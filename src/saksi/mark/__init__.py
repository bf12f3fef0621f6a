"""The room Article -> Marks: names, times, places and figures as they stand in the text."""
