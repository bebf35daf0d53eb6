//! The documents of bulk operations: to start one, to see how far it is, to cancel it, and to upload what a mutation
//! is run with. [`crate::bulk`] is how they are used.

mod cancel;
mod find;
mod operation;
mod read;
mod run_mutation;
mod run_query;
mod stage;
mod user_error;

use crate::cost::MUTATION;

pub use cancel::BulkCancel;
pub use find::{BulkFind, FindVariables};
pub use operation::{Failure, Operation, Started, Status, Type};
pub use read::{BulkRead, IdVariables};
pub use run_mutation::{BulkRunMutation, RunMutationVariables};
pub use run_query::{BulkRunQuery, RunQueryVariables};
pub use stage::{BulkStage, Parameter, StageVariables, Target};
pub use user_error::{Complaint, MutationCode, MutationComplaint, QueryCode, QueryComplaint};
