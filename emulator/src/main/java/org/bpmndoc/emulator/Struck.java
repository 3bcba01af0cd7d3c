package org.bpmndoc.emulator;

import java.io.IOException;
import java.util.List;
import org.bpmndoc.emulator.fault.CallFault;

/// A call with what goes wrong with it.
record Struck(List<CallFault> faults, String requestId) {

  /// Carries the call out.
  interface Call {
    ApiReply make() throws Refusal;
  }

  /// What the caller gets to see of it. The call is not made where a fault comes before it.
  ApiReply reply(Call call) throws IOException {
    for (CallFault fault : faults) {
      switch (fault) {
        case CallFault.Slow slow -> new Pause(slow.by()).take();
        case CallFault.Dropped dropped when !dropped.accepted() -> {
          return ApiReply.silent().with(faults);
        }
        case CallFault.Refused refused when !refused.accepted() -> {
          return ApiReply.refused(refused, requestId).with(faults);
        }
        default -> {}
      }
    }
    ApiReply reply = made(call);
    for (CallFault fault : faults) {
      reply = after(reply, fault);
    }
    return reply.with(faults);
  }

  private ApiReply made(Call call) {
    try {
      return call.make();
    } catch (Refusal refusal) {
      return ApiReply.refused(refusal, requestId);
    }
  }

  private ApiReply after(ApiReply reply, CallFault fault) {
    return switch (fault) {
      case CallFault.Dropped _ -> ApiReply.silent();
      case CallFault.Refused refused -> ApiReply.refused(refused, requestId);
      case CallFault.Slow _ -> reply;
      case CallFault.OfResults download ->
          reply.body() instanceof Lines lines ? after(reply, lines, download) : reply;
    };
  }

  private static ApiReply after(ApiReply reply, Lines lines, CallFault.OfResults fault) {
    return switch (fault) {
      case CallFault.Cut cut ->
          reply.with(
              lines.cut(cut.afterLines(), cut.inLine()),
              cut.cleanly() ? ApiReply.End.WHOLE : ApiReply.End.CUT);
      case CallFault.BlankLines blank -> with(reply, lines.blankBefore(blank.lines()));
      case CallFault.MalformedLines broken -> with(reply, lines.malformed(broken.lines()));
      case CallFault.DuplicateLines twice -> with(reply, lines.twice(twice.lines()));
      case CallFault.MissingLines missing -> with(reply, lines.without(missing.lines()));
      case CallFault.UnknownLines unknown -> with(reply, lines.withUnknown(unknown.count()));
      case CallFault.SlowLines slow -> with(reply, lines.slowly(new Pause(slow.each())));
      case CallFault.NoContentType _ -> reply.withoutContentType();
    };
  }

  private static ApiReply with(ApiReply reply, Lines lines) {
    return reply.with(lines, reply.end());
  }
}
