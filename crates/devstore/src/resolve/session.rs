use std::cell::RefCell;
use std::sync::Arc;

use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use chrono::{DateTime, Utc};

use super::problem::Problem;
use crate::access::Scopes;
use crate::execute::{Around, Setting};
use crate::search::Report;
use crate::store::customer::Customer;
use crate::store::order::Order;
use crate::store::product::Product;
use crate::store::{Happened, Shop, State};
use crate::versions::Versions;

/// What a resolver gives back.
pub(crate) type Resolved<'a> = Result<ResolvedValue<'a>, FieldError>;

/// One request: the store as it sees it, and what it has to tell beside its data.
///
/// A query keeps the store as it was when the query began. A mutation has it alone, and its caller takes it back.
pub(crate) struct Session {
    state: RefCell<Arc<State>>,
    /// What the token of the request may do.
    pub scopes: Scopes,
    /// The versions that the stores serve.
    pub versions: Versions,
    pub now: DateTime<Utc>,
    /// The token sees no order that is older.
    orders_since: Option<DateTime<Utc>>,
    pub around: Arc<Around>,
    /// How each searched field was understood.
    pub searches: RefCell<Vec<(String, Report)>>,
}

impl Session {
    pub(crate) fn new(state: Arc<State>, setting: &Setting<'_>) -> Self {
        let (scopes, versions) = (setting.app.scopes.clone(), setting.versions.clone());
        Self {
            state: RefCell::new(state),
            scopes,
            versions,
            now: setting.now,
            orders_since: setting.orders_since(),
            around: Arc::clone(&setting.around),
            searches: RefCell::default(),
        }
    }

    /// The store after the request.
    pub(crate) fn into_state(self) -> Arc<State> {
        self.state.into_inner()
    }

    /// Reads from the store.
    pub(crate) fn read<R>(&self, read: impl FnOnce(&State) -> R) -> R {
        read(&self.state.borrow())
    }

    /// Changes the store.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        change(Arc::make_mut(&mut self.state.borrow_mut()))
    }

    /// Changes the store, and leaves it as it was when `accepts`, which sees it before and after, does not.
    pub(crate) fn change_if<R>(
        &self,
        change: impl FnOnce(&mut State) -> R,
        accepts: impl FnOnce(&State, &mut State) -> bool,
    ) -> Option<R> {
        let mut state = self.state.borrow_mut();
        let before = Arc::clone(&state);
        let changed = change(Arc::make_mut(&mut state));
        if accepts(&before, Arc::make_mut(&mut state)) {
            return Some(changed);
        }
        *state = before;
        None
    }

    /// What the mutations of this request have made happen, oldest first: what webhooks tell.
    pub(crate) fn take_happened(&self) -> Vec<Happened> {
        // Taking nothing out of a shared store would copy it.
        if self.read(State::is_quiet) { Vec::new() } else { self.change(State::take_happened) }
    }

    pub(crate) fn shop(&self) -> Shop {
        self.read(|state| state.shop.clone())
    }

    /// The order with this id, if the token sees it.
    pub(crate) fn order(&self, id: u64) -> Option<Arc<Order>> {
        self.read(|state| state.orders.get(&id).filter(|order| self.sees(order)).map(Arc::clone))
    }

    /// The order that has this line, transaction, fulfilment order, parcel, refund or return, if the token sees it.
    pub(crate) fn order_of(&self, part: u64) -> Option<Arc<Order>> {
        self.read(|state| state.order_of(part).filter(|order| self.sees(order)).map(Arc::clone))
    }

    /// The orders that the token sees.
    pub(crate) fn orders<'o>(&'o self, state: &'o State) -> impl DoubleEndedIterator<Item = &'o Arc<Order>> {
        state.orders.values().filter(|order| self.sees(order))
    }

    fn sees(&self, order: &Order) -> bool {
        self.orders_since.is_none_or(|since| order.created_at >= since)
    }

    pub(crate) fn customer(&self, id: u64) -> Option<Arc<Customer>> {
        self.read(|state| state.customers.get(&id).map(Arc::clone))
    }

    pub(crate) fn product(&self, id: u64) -> Option<Arc<Product>> {
        self.read(|state| state.products.get(&id).map(Arc::clone))
    }

    /// The product that has this variant, and the variant's place in it.
    pub(crate) fn variant(&self, id: u64) -> Option<(Arc<Product>, usize)> {
        self.read(|state| {
            let product = state.product_of_variant(id)?;
            let place = product.variants.iter().position(|variant| variant.id == id)?;
            Some((Arc::clone(product), place))
        })
    }
}

/// What a field answers that the schema has and the devstore does not serve: null where that is allowed, else a loud
/// error. Never invented data.
pub(crate) fn not_served<'a>(object: &dyn ObjectValue, info: &ResolveInfo<'_>) -> Resolved<'a> {
    if info.field_definition().ty.is_non_null() {
        let field = format!("{}.{}", object.type_name(), info.field_name());
        tracing::warn!(%field, "a document selects a field that the devstore does not serve");
        return Err(Problem::new("INTERNAL_SERVER_ERROR", format!("The devstore does not serve {field}.")).into());
    }
    Ok(ResolvedValue::null())
}
