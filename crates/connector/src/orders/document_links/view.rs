use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::prelude::SchemaManager;

/// What is open says what is to become of it, and what is posted that it is.
const VIEW: &str = "
CREATE VIEW shopify_document_link AS
SELECT id, source_kind AS shopify_document_type, source_id AS shopify_document_id,
       source_number AS shopify_order_number, 'Sales ' || document_type AS document_type,
       number AS document_number, posting_date
  FROM sales_header
 WHERE source_kind LIKE 'Shopify %'
UNION ALL
SELECT id, source_kind, source_id, source_number, 'Posted ' || kind, number, posting_date
  FROM posted_sales_header
 WHERE source_kind LIKE 'Shopify %'";

/// Makes the view. Needs the tables of the back office.
pub(crate) async fn create(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(VIEW).await?;
    Ok(())
}
