use back_office::posting_jobs::SourceNumber;

/// What people call the number that a sales document has where it comes from.
pub const SOURCE_NUMBER: SourceNumber = SourceNumber { name: "shopifyOrderNumber", caption: "Shopify Order No." };
