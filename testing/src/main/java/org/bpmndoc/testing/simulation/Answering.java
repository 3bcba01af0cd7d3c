package org.bpmndoc.testing.simulation;

import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.BatchApi.Result;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.Outcome.Stop;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// What comes of a request that the provider took, entered in its books.
final class Answering {

  private final World world;
  private final Weather weather;
  private final Books books;
  private final boolean varying;

  /// Where answers are `varying`, the same request never gets the same words twice, as with a real
  /// model.
  Answering(World world, Weather weather, Books books, boolean varying) {
    this.world = world;
    this.weather = weather;
    this.books = books;
    this.varying = varying;
  }

  Outcome line(CustomId id, String text, Optional<Instant> turnsUp) {
    Outcome outcome = decide(id, text, Fault.LINE_ERRORED, Fault.LINE_UNUSABLE);
    if (weather.strikes(Fault.LINE_EXPIRED)) {
      outcome = new Outcome.Expired();
    } else if (weather.strikes(Fault.LINE_CANCELED)) {
      outcome = new Outcome.Canceled();
    } else if (weather.strikes(Fault.LINE_NO_CREDIT)) {
      outcome =
          new Outcome.Errored(
              "invalid_request_error", "Your credit balance is too low to access the API");
    }
    return enter(id, text, Channel.BATCH, outcome, turnsUp);
  }

  /// The batch of a line is ended early: half of the lines had not been begun and cost nothing.
  Result takeBackSome(Result line) {
    if (weather.draw(2) == 0) {
      return line;
    }
    books.takeBack(line.customId());
    return new Result(line.customId(), new Outcome.Canceled());
  }

  Outcome call(CustomId id, String text) {
    Outcome outcome = decide(id, text, Fault.CALL_ERRORED, Fault.CALL_UNUSABLE);
    return enter(id, text, Channel.DIRECT, outcome, Optional.empty());
  }

  private Outcome decide(CustomId id, String text, Fault errored, Fault unusable) {
    if (weather.strikes(errored)) {
      return new Outcome.Errored("overloaded_error", "Overloaded");
    }
    if (weather.strikes(unusable)) {
      return succeeded(text, "I would rather not use JSON.", Stop.END_TURN);
    }
    return switch (world.nature(text)) {
      case ANSWERED, DOUBTFUL -> {
        String summary = World.answer(text) + (varying ? " in " + id : "");
        yield succeeded(text, "{\"summary\":\"" + summary + "\"}", Stop.END_TURN);
      }
      case REFUSED -> succeeded(text, "", Stop.REFUSAL);
      case CUT_OFF -> succeeded(text, "{\"summ", Stop.MAX_TOKENS);
      case INVALID -> new Outcome.Errored("invalid_request_error", "simulated");
      case TOO_LARGE -> throw new Violation("what is too large was sent: " + text);
    };
  }

  private static Outcome succeeded(String text, String answer, Stop stop) {
    return new Outcome.Succeeded(answer, stop, World.usage(text), Prompting.MODEL);
  }

  private Outcome enter(
      CustomId id, String text, Channel channel, Outcome outcome, Optional<Instant> turnsUp) {
    Usd billed = Usd.ZERO;
    boolean usable = false;
    switch (outcome) {
      case Outcome.Succeeded answer -> {
        billed = World.cost(answer.usage(), channel);
        usable = answer.stop() == Stop.END_TURN && answer.text().startsWith("{");
        books.trouble(text, usable ? 0 : 1);
      }
      case Outcome.Errored(String type, String _) ->
          books.trouble(text, type.equals("overloaded_error") ? 1 : 0);
      case Outcome.Expired() -> books.trouble(text, 1);
      case Outcome.Canceled() -> books.trouble(text, Oracle.TRIES);
    }
    books.take(new Books.Taken(id.value(), text, channel, billed, usable, turnsUp));
    return outcome;
  }
}
