use subtle::ConstantTimeEq;

/// What the token of a store may do: everything the devstore serves.
pub(crate) const SCOPES: &[&str] = &[
    "read_all_orders",
    "read_customers",
    "read_inventory",
    "read_locations",
    "read_orders",
    "read_products",
    "write_customers",
    "write_orders",
    "write_products",
];

/// Whether two tokens are the same, in a time that does not tell where they differ.
pub(crate) fn same_token(given: &[u8], expected: &str) -> bool {
    given.ct_eq(expected.as_bytes()).into()
}
