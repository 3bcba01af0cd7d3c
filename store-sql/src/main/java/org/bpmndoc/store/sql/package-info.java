/// The state of bpmndoc in one SQLite file: the journal and the documents.
///
/// In come the ports `Journal` and `DocumentStore` of core, out come rows. `SqlJournal` and
/// `SqlDocumentStore` hold the SQL and go through `Database`; what is peculiar to SQLite (opening,
/// locking, error codes) stands in the classes that have its name. Start at [SqliteState].
@NullMarked
package org.bpmndoc.store.sql;

import org.jspecify.annotations.NullMarked;
