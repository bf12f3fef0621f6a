"""The room Article + Marks -> Claims: who said what, in which words, by which chain of sources."""
