package org.bpmndoc.batch;

import java.util.Locale;

/// Tells from an error's words whether the account has run out of money: providers send that as if
/// the request were at fault, line by line.
public final class AccountTrouble {

  private AccountTrouble() {}

  public static boolean isCredit(String type, String message) {
    String words = message.toLowerCase(Locale.ROOT);
    return type.equals("billing_error")
        || words.contains("credit balance is too low")
        || (words.startsWith("you have reached your specified") && words.contains("usage limit"));
  }
}
