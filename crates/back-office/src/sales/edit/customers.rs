use std::sync::Arc;

use database::Tx;
use values::Code;

use super::Draft;
use crate::sales::{Address, Setup};
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
        header.sell_to().write(Address::from(&*customer).into());
        header.shipping_advice = customer.shipping_advice;
        header.salesperson_code = setup.salesperson(&customer).cloned().unwrap_or_default();
        self.ship_as(tx, &customer).await
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
        header.vat_registration_number.clone_from(&customer.vat_registration_number);
        header.language_code = customer.language_code.clone();
        header.prices_including_vat = customer.prices_including_vat;
        header.bill_to().write(Address::from(&*customer).into());
        Ok(())
    }

    async fn customer(&self, tx: &Tx, setup: &Setup, number: &Code<20>) -> Result<Arc<customers::Model>> {
        setup.meet_customers(tx, std::iter::once(number)).await?;
        setup.customer(number, self.header.document_type)
    }
}
