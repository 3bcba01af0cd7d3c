/// The state of bpmndoc, in one SQLite file or on a PostgreSQL server: the journal, the documents,
/// and who works on its runs.
///
/// In come the ports `Journal` and `DocumentStore` of core, out come rows. `SqlJournal` and
/// `SqlDocumentStore` hold the SQL and go through `Database`; what is peculiar to one database
/// (opening, locking, error codes) stands in the classes that have its name. Start at [State].
@NullMarked
package org.bpmndoc.store.sql;

import org.jspecify.annotations.NullMarked;
