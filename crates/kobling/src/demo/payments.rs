use anyhow::Result;
use back_office::payment_methods;
use back_office::upkeep::{self, Given};
use chrono::{DateTime, Utc};
use connector::mappings::payment_method;
use database::Tx;
use runtime::Random;
use values::field::Value;

use super::SHOP;

/// By what the store's orders are paid, and the payment method that it is here.
const GATEWAYS: [(&str, &str); 2] = [("shopify_payments", "CARD"), ("vipps", "VIPPS")];

/// Says how documents are paid that a buyer has paid in the store.
///
/// # Errors
/// When somebody has said it already.
pub(super) async fn tell(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let vipps = given([("code", "VIPPS"), ("displayName", "Vipps")]);
    upkeep::make::<payment_methods::Entity>(tx, &vipps, now, random).await?;
    for (gateway, method) in GATEWAYS {
        let mapping = given([("shopCode", SHOP), ("gateway", gateway), ("paymentMethodCode", method)]);
        upkeep::make::<payment_method::Entity>(tx, &mapping, now, random).await?;
    }
    Ok(())
}

fn given<const N: usize>(fields: [(&str, &str); N]) -> Given {
    fields.map(|(field, value)| (field.to_owned(), Value::Text(value.to_owned()))).to_vec()
}
