"""Indonesian: data, and the morphology that data cannot say."""
