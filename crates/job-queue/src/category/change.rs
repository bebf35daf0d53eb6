use database::{Notice, Record, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect, Set,
};
use uuid::Uuid;
use values::Code;

use super::{Column, Entity, Model, exclusion_key};
use crate::{Error, Queue, Result, entry, run};

impl Queue {
    /// Makes a category. Gives its id.
    ///
    /// # Errors
    /// [`Error::NoCode`], [`Error::CategoryExists`].
    pub async fn create_category(
        &self,
        tx: &Tx,
        code: Code<10>,
        description: &str,
        excludes_by_scope: bool,
    ) -> Result<Uuid> {
        if code.is_blank() {
            return Err(Error::NoCode);
        }
        if Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await?.is_some() {
            return Err(Error::CategoryExists(code));
        }
        let id = self.random().id(self.clock().now());
        let row = Model { id, code, description: description.to_owned(), excludes_by_scope };
        Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx).await?;
        self.category_changed(tx, id).await?;
        Ok(id)
    }

    /// Changes what a category is for, and whether its entries exclude each other by scope or as a whole. Entries that wait
    /// do so by the new rule at once.
    ///
    /// # Errors
    /// [`Error::CategoryBusy`] when the rule is to change while one of its entries runs.
    pub async fn change_category(&self, tx: &Tx, category: &Model, description: &str, by_scope: bool) -> Result<()> {
        let rule_changes = category.excludes_by_scope != by_scope;
        if rule_changes {
            self.is_free(tx, category).await?;
        }
        let mut row = category.clone().into_active_model();
        row.description = Set(description.to_owned());
        row.excludes_by_scope = Set(by_scope);
        row.update(tx).await?;
        if rule_changes {
            self.set_keys(tx, &category.code).await?;
        }
        self.category_changed(tx, category.id).await
    }

    /// Gives the entries of a category the keys of its rule, scope by scope.
    async fn set_keys(&self, tx: &Tx, code: &Code<10>) -> Result<()> {
        let of_category = || entry::Column::JobQueueCategoryCode.eq(code.clone());
        let scopes = entry::Entity::find().select_only().column(entry::Column::Scope).distinct().filter(of_category());
        let scopes: Vec<String> = scopes.into_tuple().all(tx).await?;
        for scope in scopes {
            // A key of a category is the same for all its entries of a scope.
            let key = exclusion_key(self, tx, code, &scope, Uuid::nil()).await?;
            entry::Entity::update_many()
                .col_expr(entry::Column::ExclusionKey, Expr::value(key))
                .filter(of_category())
                .filter(entry::Column::Scope.eq(scope))
                .exec(tx)
                .await?;
        }
        Ok(())
    }

    async fn is_free(&self, tx: &Tx, category: &Model) -> Result<()> {
        let (code, prefix) = (category.code.as_str(), format!("{} ", category.code));
        let runs = run::Entity::find().all(tx).await?;
        let held = runs.iter().find(|run| run.exclusion_key == code || run.exclusion_key.starts_with(&prefix));
        let Some(run) = held else { return Ok(()) };
        let holder = run::holder(tx, &run.exclusion_key).await?.map(|(holder, _)| holder).unwrap_or_default();
        Err(Error::CategoryBusy { code: category.code.clone(), holder })
    }

    /// Deletes a category that no entry has.
    ///
    /// # Errors
    /// [`Error::CategoryInUse`].
    pub async fn delete_category(&self, tx: &Tx, category: &Model) -> Result<()> {
        let of_category = entry::Column::JobQueueCategoryCode.eq(category.code.clone());
        let entries = entry::Entity::find().filter(of_category).count(tx).await?;
        if entries > 0 {
            return Err(Error::CategoryInUse { code: category.code.clone(), entries });
        }
        Entity::delete_by_id(category.id).exec(tx).await?;
        self.category_changed(tx, category.id).await
    }

    async fn category_changed(&self, tx: &Tx, id: Uuid) -> Result<()> {
        Ok(tx.notify(Notice::new(Entity::NAME, id.to_string())).await?)
    }
}
