package org.bpmndoc.run;

import java.util.Locale;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// One thing for which the request for a subject would be another now than the one that its
/// document answers.
public sealed interface Cause {

  /// In one sentence, without its full stop.
  String toText();

  /// Its name for programs.
  default String kind() {
    return switch (this) {
      case Model _ -> "model";
      case Language _ -> "language";
      case ContractChanged _ -> "contract";
      case Instructions _ -> "instructions";
      case AnswerShape _ -> "answer";
      case Facts _ -> "facts";
      case FactsNotKept _ -> "facts-not-kept";
      case ChildChanged _ -> "child-changed";
      case ChildAdded _ -> "child-added";
      case ChildRemoved _ -> "child-removed";
      case ChildToWrite _ -> "child-to-write";
      case Unclear _ -> "unclear";
    };
  }

  record Model(String before, String now) implements Cause {
    @Override
    public String toText() {
      return "another model would write it: " + before + " → " + now;
    }
  }

  record Language(String before, String now) implements Cause {
    @Override
    public String toText() {
      return "it would be written in another language: " + before + " → " + now;
    }
  }

  record ContractChanged(String before, String now) implements Cause {
    @Override
    public String toText() {
      return "its contract is another: " + before + " → " + now;
    }
  }

  /// Those of the contract, the house rules of the profile, or the words of the house.
  record Instructions() implements Cause {
    @Override
    public String toText() {
      return "the instructions are others: those of its contract, the house rules, or the words of"
          + " the house";
    }
  }

  record AnswerShape() implements Cause {
    @Override
    public String toText() {
      return "its contract asks for another answer: its schema or its limits are others";
    }
  }

  record Facts(Difference first) implements Cause {
    @Override
    public String toText() {
      return "its own facts changed, first at %s: %s → %s"
          .formatted(first.pointer(), orNothing(first.before()), orNothing(first.now()));
    }

    private static String orNothing(String line) {
      return line.isEmpty() ? "(nothing)" : "\"" + line + "\"";
    }
  }

  /// Known by digest alone.
  record FactsNotKept() implements Cause {
    @Override
    public String toText() {
      return "its own facts changed, or how it is asked for; what was sent for it was not kept, so"
          + " it cannot be said where";
    }
  }

  record ChildChanged(Lineage.Seen before, Lineage.Seen now) implements Cause {
    @Override
    public String toText() {
      return "what there is of its child %s is another: %s → %s"
          .formatted(now.child(), view(before), view(now));
    }
  }

  record ChildAdded(Lineage.Seen now) implements Cause {
    @Override
    public String toText() {
      return "it has a child that it had not: " + now.child();
    }
  }

  record ChildRemoved(Lineage.Seen before) implements Cause {
    @Override
    public String toText() {
      return "a child of it is gone: " + before.child();
    }
  }

  record ChildToWrite(SubjectId child) implements Cause {
    @Override
    public String toText() {
      return "its child "
          + child
          + " is to be written first; what comes of that decides whether it is written again";
    }
  }

  record Unclear() implements Cause {
    @Override
    public String toText() {
      return "its request would be another now; what is kept of the one before does not say where";
    }
  }

  private static String view(Lineage.Seen seen) {
    String fidelity = seen.fidelity().name().toLowerCase(Locale.ROOT);
    return seen.digest().isEmpty() ? fidelity : fidelity + " " + seen.digest().substring(0, 12);
  }
}
