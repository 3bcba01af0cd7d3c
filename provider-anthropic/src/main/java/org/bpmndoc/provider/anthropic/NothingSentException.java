package org.bpmndoc.provider.anthropic;

import com.anthropic.errors.AnthropicIoException;
import java.io.Serial;

/// A call that failed before anything of its request was sent.
final class NothingSentException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  NothingSentException(AnthropicIoException cause) {
    super(cause.getMessage(), cause);
  }
}
