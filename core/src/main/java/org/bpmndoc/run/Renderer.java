package org.bpmndoc.run;

import java.util.Map;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;

/// Puts a subject into words, given what there is of each of its children.
@FunctionalInterface
public interface Renderer {

  Rendering render(SubjectId subject, Map<SubjectId, Child> children);
}
