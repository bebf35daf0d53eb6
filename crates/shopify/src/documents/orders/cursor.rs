use crate::schema;

/// Where a page ends.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PageInfo")]
pub(crate) struct Cursor {
    has_next_page: bool,
    end_cursor: Option<String>,
}

impl Cursor {
    /// Where the next page begins, if there is one.
    pub(crate) fn next(self) -> Option<String> {
        self.end_cursor.filter(|_| self.has_next_page)
    }
}
