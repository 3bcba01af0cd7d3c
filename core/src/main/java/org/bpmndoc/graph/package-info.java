/// Orders any nodes by what they depend on: heights, ready sets, cycles and where they are cut, and
/// what weighs the most for each number of waits. Pure and generic; it knows neither BPMN nor
/// documents.
///
/// In come nodes in a stable order and each node's children, out comes a [DependencyGraph]. Start
/// there; [WaitOptimum] is by itself.
@NullMarked
package org.bpmndoc.graph;

import org.jspecify.annotations.NullMarked;
