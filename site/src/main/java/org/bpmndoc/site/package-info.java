/// The pages people read: static HTML or Markdown, made from a landscape and its documents without
/// an LLM.
///
/// In come a [SiteInput] and a folder; out comes the folder as a site that works from the file
/// system, and a [SiteSummary]. Pages are pure functions of the input; only [OutFolder] writes. A
/// page is made in two steps: a record that holds everything the page says (such as [SubjectPage]),
/// and a template in `src/main/jte`, or a class named Markdown, that lays it out. The package knows
/// neither providers nor runs. Start at [SiteWriter], then at [SiteFiles].
@NullMarked
package org.bpmndoc.site;

import org.jspecify.annotations.NullMarked;
