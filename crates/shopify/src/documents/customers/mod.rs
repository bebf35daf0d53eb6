//! Customers, whole: each with all its addresses, many per call; and what is changed of them.
//!
//! Each of the mutations may be sent again. An e-mail address is of one customer at most, so that one that was made is found
//! by it; what is changed says what a field is to be. An address that is there already is refused once more, and whoever
//! sends it looks first.

mod address;
mod addresses;
mod by_ids;
mod change;
mod changed;
mod complete;
mod countries;
mod customer;
mod identify;
mod input;
mod make;
mod options;
mod page;
mod variables;

pub use address::{
    AddressChange, CustomerAddressesAdd, CustomerAddressesChange, NewAddress, add_addresses, change_addresses,
};
pub use addresses::{CustomerAddresses, CustomerAddressesVariables};
pub use by_ids::{AT_ONCE, CustomersByIds, by_ids};
pub use change::{CustomersChange, change};
pub use changed::Changed;
pub use complete::complete;
pub use countries::{ShipsTo, ships_to};
pub use customer::{
    Address, AddressConnection, Customer, DefaultAddress, EmailAddress, MoreAddressesAhead, PhoneNumber,
};
pub use identify::{CustomersIdentify, Email, Identified, Identifier, MOST_IDENTIFIED, Phone, identify};
pub use input::{AddressInput, CustomerInput};
pub use make::{CustomersMake, make};
pub use options::{CustomerState, MarketingState};
pub use page::{CustomersPage, PAGE, PAGE_COST, Page, page};
pub use variables::CustomersVariables;

/// As many customers, or addresses, are changed in a call.
pub const CUSTOMERS: usize = 25;
