package org.bpmndoc.prompt;

import java.util.List;

/// A family of tools whose extensions are understood, by the namespaces they write. What others
/// write stays plain data with the element, and is not sent.
enum Vendor {
  /// Camunda 7 and what came of it.
  CAMUNDA("Camunda 7", "http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn"),

  /// Camunda 8, whose engine is called Zeebe.
  ZEEBE("Camunda 8", "http://camunda.org/schema/zeebe/1.0"),

  /// Flowable and Activiti. Old files of Camunda's use the latter's namespace, too.
  FLOWABLE("Flowable", "http://flowable.org/bpmn", "http://activiti.org/bpmn"),

  JBPM("jBPM", "http://www.jboss.org/drools"),

  SIGNAVIO("Signavio", "http://www.signavio.com");

  private final String title;
  private final List<String> namespaces;

  Vendor(String title, String... namespaces) {
    this.title = title;
    this.namespaces = List.of(namespaces);
  }

  String title() {
    return title;
  }

  List<String> namespaces() {
    return namespaces;
  }
}
