use apollo_compiler::resolvers::ResolveInfo;

use super::super::session::{Resolved, Session};

/// Some mutations that belong together: answers the field when it is one of them.
pub(super) type Area = for<'a> fn(&'a Session, &'a ResolveInfo<'a>) -> Option<Resolved<'a>>;
