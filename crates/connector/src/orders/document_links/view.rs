use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::prelude::SchemaManager;

/// What is open says what is to become of it, and what is posted that it is.
const DOCUMENTS: [(&str, &str); 2] =
    [("sales_header", "'Sales ' || d.document_type"), ("posted_sales_header", "'Posted ' || d.kind")];

/// What documents are made of: how the back office knows it, the table in which it is staged, its id in Shopify there, and
/// its order.
const STAGED: [(&str, &str, &str, &str); 2] = [
    ("Shopify Order", "shopify_order", "shopify_order_id", "id"),
    ("Shopify Refund", "shopify_refund", "shopify_refund_id", "order_id"),
];

/// Makes the view. Needs the tables of the back office, and what is staged.
pub(crate) async fn create(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let branches: Vec<String> =
        DOCUMENTS.iter().flat_map(|document| STAGED.iter().map(|staged| branch(*document, *staged))).collect();
    let view = format!("CREATE VIEW shopify_document_link AS {}", branches.join(" UNION ALL "));
    manager.get_connection().execute_unprepared(&view).await?;
    Ok(())
}

/// The documents of one table that were made of one kind of thing. The two ids are compared as text and as numbers: a
/// document is found by its order by the one, an order by its document by the other. A document keeps its link when what it
/// was made of is not staged any more.
fn branch((table, kind): (&str, &str), (source, staged, id, order): (&str, &str, &str, &str)) -> String {
    format!(
        "SELECT d.id, d.source_kind AS shopify_document_type, d.source_id AS shopify_document_id,
                s.{order} AS order_id, COALESCE(s.shop_code, '') AS shop_code,
                d.source_number AS shopify_order_number, {kind} AS document_type, d.number AS document_number,
                d.posting_date
           FROM {table} d
           LEFT JOIN {staged} s
             ON d.source_id = CAST(s.{id} AS text)
            AND s.{id} = CAST(CASE WHEN d.source_kind = '{source}' THEN d.source_id END AS bigint)
          WHERE d.source_kind = '{source}'"
    )
}
