//! The staff of a store: who works for it.

use std::sync::LazyLock;

use super::orders::Cursor;
use super::query;
use crate::cost::connection;
use crate::{Client, Document, Error, schema};

/// As many are read in one call. Most stores have a handful.
const PAGE: u32 = 250;

/// Which of them.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StaffMembersVariables {
    /// How many.
    first: i32,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// A query for the staff of a store.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "StaffMembersVariables")]
pub struct StaffMembers {
    #[arguments(first: $first, after: $after)]
    staff_members: Option<StaffMemberConnection>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct StaffMemberConnection {
    nodes: Vec<StaffMember>,
    page_info: Cursor,
}

/// Someone who works for the store.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    /// The id.
    pub id: cynic::Id,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The whole name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// Whether the account still exists.
    pub exists: bool,
    /// Whether the store is this person's.
    pub is_shop_owner: bool,
}

impl StaffMembersVariables {
    pub(crate) fn after(after: Option<String>) -> Self {
        Self { first: PAGE.cast_signed(), after }
    }
}

impl Document for StaffMembers {
    const NAME: &'static str = "StaffMembers";
    type Variables = StaffMembersVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| {
            query::<StaffMembers, _>(StaffMembers::NAME, StaffMembersVariables::after(Some(String::new())))
        });
        &TEXT
    }

    fn cost(_: &StaffMembersVariables) -> u32 {
        const STAFF_MEMBER: u32 = 1;
        connection(PAGE, STAFF_MEMBER)
    }
}

/// The whole staff of the store, a call for 250 of them. It takes the scope `read_users`, and a plan that lets apps read
/// staff.
///
/// # Errors
/// Why there is no answer; [`Error::Malformed`] where no list comes.
pub async fn staff_members(client: &Client) -> Result<Vec<StaffMember>, Error> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let answer = client.run::<StaffMembers>(StaffMembersVariables::after(after)).await?;
        let StaffMemberConnection { nodes, page_info } = answer.staff_members.ok_or_else(|| Error::Malformed {
            store: client.store().domain().to_owned(),
            document: StaffMembers::NAME,
            reason: "it has no staff".to_owned(),
        })?;
        all.extend(nodes);
        match page_info.next() {
            Some(next) => after = Some(next),
            None => return Ok(all),
        }
    }
}
