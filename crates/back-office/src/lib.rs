//! Items, customers, sales documents, number series.
