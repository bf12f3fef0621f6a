"""The room Claims -> offices and event reports: what is said to have happened."""
