use std::sync::Arc;

use database::Tx;
use values::Code;

use super::Draft;
use crate::sales::{Address, Setup, header};
use crate::{Result, customers};

impl Draft {
    /// Gives the document another buyer, and takes over what follows from that.
    pub(super) async fn sell_to(&mut self, tx: &Tx, setup: &Setup, number: &Code<20>) -> Result<()> {
        self.require_untouched("Sell-to Customer No.")?;
        let customer = self.customer(tx, setup, number).await?;
        let header = &mut self.header;
        header.sell_to_customer_number = customer.number.clone();
        header.email.clone_from(&customer.email);
        header.phone_number.clone_from(&customer.phone_number);
        header.general_business_posting_group = customer.general_business_posting_group.clone();
        header.vat_business_posting_group = customer.vat_business_posting_group.clone();
        header.write_sell_to(address_of(&customer));
        header.write_ship_to(address_of(&customer));
        Ok(())
    }

    /// Gives the document another payer, and takes over what follows from that.
    pub(super) async fn bill_to(&mut self, tx: &Tx, setup: &Setup, number: &Code<20>) -> Result<()> {
        self.require_untouched("Bill-to Customer No.")?;
        let customer = self.customer(tx, setup, number).await?;
        let header = &mut self.header;
        header.bill_to_customer_number = customer.number.clone();
        header.customer_posting_group = customer.customer_posting_group.clone();
        header.payment_terms_code = customer.payment_terms_code.clone();
        header.payment_method_code = setup.payment_method(&customer, header.document_type).cloned().unwrap_or_default();
        header.currency_code = setup.currency(&customer.currency_code);
        header.currency_factor = setup.factor(&header.currency_code, header.posting_date);
        header.customer_price_group = customer.customer_price_group.clone();
        header.customer_discount_group = customer.customer_discount_group.clone();
        header.invoice_discount_code = customer.invoice_discount_code.clone();
        header.allow_line_discount = customer.allow_line_discount;
        header.prices_including_vat = customer.prices_including_vat;
        header.write_bill_to(address_of(&customer));
        Ok(())
    }

    async fn customer(&self, tx: &Tx, setup: &Setup, number: &Code<20>) -> Result<Arc<customers::Model>> {
        setup.meet_customers(tx, std::iter::once(number)).await?;
        setup.customer(number, self.header.document_type)
    }
}

fn address_of(customer: &customers::Model) -> Address {
    Address {
        name: customer.name.clone(),
        name2: customer.name2.clone(),
        contact: String::new(),
        address: customer.address.clone(),
        address2: customer.address2.clone(),
        post_code: customer.post_code.clone(),
        city: customer.city.clone(),
        county: customer.county.clone(),
        country_region_code: customer.country_region_code.clone(),
    }
}

impl header::Model {
    /// Who buys, as it stands on the document.
    pub(super) fn write_sell_to(&mut self, address: Address) {
        self.sell_to_name = address.name;
        self.sell_to_name2 = address.name2;
        self.sell_to_contact = address.contact;
        self.sell_to_address = address.address;
        self.sell_to_address2 = address.address2;
        self.sell_to_post_code = address.post_code;
        self.sell_to_city = address.city;
        self.sell_to_county = address.county;
        self.sell_to_country_region_code = address.country_region_code;
    }

    /// Who pays, as it stands on the document.
    pub(super) fn write_bill_to(&mut self, address: Address) {
        self.bill_to_name = address.name;
        self.bill_to_name2 = address.name2;
        self.bill_to_contact = address.contact;
        self.bill_to_address = address.address;
        self.bill_to_address2 = address.address2;
        self.bill_to_post_code = address.post_code;
        self.bill_to_city = address.city;
        self.bill_to_county = address.county;
        self.bill_to_country_region_code = address.country_region_code;
    }

    /// Who gets the goods, as it stands on the document.
    pub(super) fn write_ship_to(&mut self, address: Address) {
        self.ship_to_name = address.name;
        self.ship_to_name2 = address.name2;
        self.ship_to_contact = address.contact;
        self.ship_to_address = address.address;
        self.ship_to_address2 = address.address2;
        self.ship_to_post_code = address.post_code;
        self.ship_to_city = address.city;
        self.ship_to_county = address.county;
        self.ship_to_country_region_code = address.country_region_code;
    }
}
