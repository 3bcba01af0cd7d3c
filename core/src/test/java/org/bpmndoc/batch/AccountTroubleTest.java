package org.bpmndoc.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTroubleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "billing_error|anything|true",
        "invalid_request_error|Your credit balance is too low to access the API.|true",
        "invalid_request_error|YOUR CREDIT BALANCE IS TOO LOW|true",
        "rate_limit_error|You have reached your specified workspace API usage limits. You will"
            + " regain access on 2026-12-01.|true",
        "invalid_request_error|messages: at least one message is required|false",
        "rate_limit_error|This request would exceed your rate limit|false",
        "overloaded_error|Overloaded|false"
      })
  void an_empty_account_is_told_from_a_bad_request(String type, String message, boolean credit) {
    assertThat(AccountTrouble.isCredit(type, message)).isEqualTo(credit);
  }
}
