use back_office::sales::{DocumentType, Setup};
use database::Tx;

use crate::Error;
use crate::shops::entity::Model;

/// The fields that say which documents take the numbers of their orders.
const FIELDS: [&str; 2] = ["useShopifyOrderNumber", "createInvoicesFromOrders"];

/// Checks that documents can take the numbers of their orders, where a change says that they do: no order would become a
/// document while its number series takes no numbers by hand.
pub(super) async fn numbers(tx: &Tx, shop: &Model, changes: &[(String, String)]) -> Result<(), Error> {
    let Some((field, _)) = changes.iter().find(|(field, _)| FIELDS.contains(&field.as_str())) else { return Ok(()) };
    if !shop.use_shopify_order_number {
        return Ok(());
    }
    let setup = Setup::read(tx).await?;
    let types: &[DocumentType] = match shop.create_invoices_from_orders {
        true => &[DocumentType::Order, DocumentType::Invoice],
        false => &[DocumentType::Order],
    };
    for document_type in types {
        if let Err(refused) = setup.check_manual_numbers(tx, *document_type).await {
            return Err(match refused {
                back_office::Error::Database(error) => Error::Database(error),
                refused => Error::Field { field: field.clone(), reason: refused.to_string() },
            });
        }
    }
    Ok(())
}
