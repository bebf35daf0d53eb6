use values::Code;

use crate::customers;
use crate::sales::{Address, header};

/// What is to be changed of a name with its address; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeAddress {
    /// The name.
    pub name: Option<String>,
    /// More of the name.
    pub name2: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// The first line.
    pub address: Option<String>,
    /// The second line.
    pub address2: Option<String>,
    /// The post code.
    pub post_code: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The county.
    pub county: Option<String>,
    /// The country.
    pub country_region_code: Option<Code<20>>,
}

impl ChangeAddress {
    /// Whether it changes nothing.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl From<Address> for ChangeAddress {
    fn from(whole: Address) -> Self {
        Self {
            name: Some(whole.name),
            name2: Some(whole.name2),
            contact: Some(whole.contact),
            address: Some(whole.address),
            address2: Some(whole.address2),
            post_code: Some(whole.post_code),
            city: Some(whole.city),
            county: Some(whole.county),
            country_region_code: Some(whole.country_region_code),
        }
    }
}

/// Where a name with its address stands on a document.
pub(super) struct Place<'a> {
    name: &'a mut String,
    name2: &'a mut String,
    contact: &'a mut String,
    address: &'a mut String,
    address2: &'a mut String,
    post_code: &'a mut String,
    city: &'a mut String,
    county: &'a mut String,
    country_region_code: &'a mut Code<20>,
}

impl Place<'_> {
    /// Writes what is given there.
    pub(super) fn write(self, new: ChangeAddress) {
        set(self.name, new.name);
        set(self.name2, new.name2);
        set(self.contact, new.contact);
        set(self.address, new.address);
        set(self.address2, new.address2);
        set(self.post_code, new.post_code);
        set(self.city, new.city);
        set(self.county, new.county);
        set(self.country_region_code, new.country_region_code);
    }
}

/// Gives a field what is given for it.
pub(super) fn set<T>(field: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *field = new;
    }
}

/// The address that a customer has.
impl From<&customers::Model> for Address {
    fn from(customer: &customers::Model) -> Self {
        Self {
            name: customer.name.clone(),
            name2: customer.name2.clone(),
            contact: customer.contact.clone(),
            address: customer.address.clone(),
            address2: customer.address2.clone(),
            post_code: customer.post_code.clone(),
            city: customer.city.clone(),
            county: customer.county.clone(),
            country_region_code: customer.country_region_code.clone(),
        }
    }
}

impl header::Model {
    /// Who buys, as it stands on the document.
    pub(super) fn sell_to(&mut self) -> Place<'_> {
        Place {
            name: &mut self.sell_to_name,
            name2: &mut self.sell_to_name2,
            contact: &mut self.sell_to_contact,
            address: &mut self.sell_to_address,
            address2: &mut self.sell_to_address2,
            post_code: &mut self.sell_to_post_code,
            city: &mut self.sell_to_city,
            county: &mut self.sell_to_county,
            country_region_code: &mut self.sell_to_country_region_code,
        }
    }

    /// Who pays, as it stands on the document.
    pub(super) fn bill_to(&mut self) -> Place<'_> {
        Place {
            name: &mut self.bill_to_name,
            name2: &mut self.bill_to_name2,
            contact: &mut self.bill_to_contact,
            address: &mut self.bill_to_address,
            address2: &mut self.bill_to_address2,
            post_code: &mut self.bill_to_post_code,
            city: &mut self.bill_to_city,
            county: &mut self.bill_to_county,
            country_region_code: &mut self.bill_to_country_region_code,
        }
    }

    /// Who gets the goods, as it stands on the document.
    pub(super) fn ship_to(&mut self) -> Place<'_> {
        Place {
            name: &mut self.ship_to_name,
            name2: &mut self.ship_to_name2,
            contact: &mut self.ship_to_contact,
            address: &mut self.ship_to_address,
            address2: &mut self.ship_to_address2,
            post_code: &mut self.ship_to_post_code,
            city: &mut self.ship_to_city,
            county: &mut self.ship_to_county,
            country_region_code: &mut self.ship_to_country_region_code,
        }
    }
}
