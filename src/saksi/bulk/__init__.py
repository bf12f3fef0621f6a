"""The same flow over a data set on an engine: files in, one folder of Parquet per record type out."""
