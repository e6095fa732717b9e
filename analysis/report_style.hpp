// How the report looks: on a phone and a laptop, in light and dark, on paper.
#pragma once

#include <string_view>

namespace leeway {

/// The style sheet of the page. Hues of marks are Okabe and Ito's (2008), darkened or lightened where needed, so that
/// shapes stand out from the ground by 3:1 and text by 4.5:1.
std::string_view report_style();

}  // namespace leeway
