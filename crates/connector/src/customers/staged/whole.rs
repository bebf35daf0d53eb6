use super::{address, customer};

/// A customer with its addresses, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The customer.
    pub customer: customer::Model,
    /// Its addresses.
    pub addresses: Vec<address::Model>,
}

impl Whole {
    /// The address that is meant where none is said: the default one, else the first.
    pub fn address(&self) -> Option<&address::Model> {
        self.addresses.iter().find(|address| address.is_default).or_else(|| self.addresses.first())
    }

    /// The same, to change it.
    pub(crate) fn address_mut(&mut self) -> Option<&mut address::Model> {
        let place = self.addresses.iter().position(|address| address.is_default).unwrap_or_default();
        self.addresses.get_mut(place)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use values::Code;

    use super::*;

    fn whole(defaults: &[bool]) -> Whole {
        let address = |(id, is_default): (i64, &bool)| address::Model {
            id: Uuid::nil(),
            store: String::new(),
            shopify_address_id: id,
            shopify_customer_id: 7,
            position: 0,
            is_default: *is_default,
            company: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            address1: String::new(),
            address2: String::new(),
            zip: Code::blank(),
            city: String::new(),
            country_region_code: Code::blank(),
            country_region_name: String::new(),
            province_code: Code::blank(),
            province_name: String::new(),
            phone: String::new(),
            customer_number: Code::blank(),
        };
        let customer = customer::Model::named(Uuid::nil(), String::new(), 7);
        Whole { customer, addresses: (1..).zip(defaults).map(address).collect() }
    }

    #[test]
    fn the_first_address_is_meant_where_none_is_the_default() {
        let meant = |defaults: &[bool]| whole(defaults).address().map(|address| address.shopify_address_id);
        assert_eq!(meant(&[false, true]), Some(2));
        assert_eq!(meant(&[false, false]), Some(1));
        assert_eq!(meant(&[]), None);
        let mut whole = whole(&[false, true]);
        assert_eq!(whole.address_mut().map(|address| address.shopify_address_id), Some(2));
    }
}
