//! A stand-in Shopify store for development, tests and the demo.
