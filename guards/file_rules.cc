#include "guards/file_rules.h"

namespace hermetic {

FileRules FileRules::Compile(const Policy&) { return {}; }

}  // namespace hermetic
