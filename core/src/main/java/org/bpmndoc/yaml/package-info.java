/// Reading small YAML files that anybody may have written.
///
/// In comes a file, out come the parser's events ([org.bpmndoc.yaml.YamlEvents]) or a plain tree of
/// texts ([org.bpmndoc.yaml.YamlValue]), each with its place. No value is built by a tag, no alias
/// is followed, and depth and length are limited. It does not know what a file is for.
@NullMarked
package org.bpmndoc.yaml;

import org.jspecify.annotations.NullMarked;
