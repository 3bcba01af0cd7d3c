package org.bpmndoc.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Lays pages out as HTML. The templates are compiled with the program and escape whatever they are
/// given.
final class Templates {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.bpmndoc.site");

  String html(IndexPage page) {
    return html("index.jte", page);
  }

  String html(ProcessList page) {
    return html("processes.jte", page);
  }

  String html(LandscapeMap page) {
    return html("map.jte", page);
  }

  String html(SubjectPage page) {
    return html("subject.jte", page);
  }

  String html(RestPage page) {
    return html("rest.jte", page);
  }

  String html(OwnPage page) {
    return html("own.jte", page);
  }

  private String html(String template, Object page) {
    StringOutput html = new StringOutput(16 * 1024);
    engine.render(template, page, html);
    return html.toString().strip() + "\n";
  }
}
