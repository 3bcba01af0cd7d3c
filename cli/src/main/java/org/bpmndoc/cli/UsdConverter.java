package org.bpmndoc.cli;

import java.math.BigDecimal;
import org.bpmndoc.plan.Usd;
import picocli.CommandLine;

/// An amount of dollars: `5`, `0.75`, `$12`.
final class UsdConverter implements CommandLine.ITypeConverter<Usd> {

  @Override
  public Usd convert(String text) {
    String number = text.startsWith("$") ? text.substring(1) : text;
    if (!number.matches("\\d{1,9}(\\.\\d{1,6})?")) {
      throw new CommandLine.TypeConversionException(
          "expected an amount of US dollars such as 5 or 0.75, found " + text);
    }
    return new Usd(new BigDecimal(number));
  }
}
