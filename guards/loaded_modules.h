// sys.modules, so that what goes through all of it does so only after a change.
#ifndef HERMETIC_GUARDS_LOADED_MODULES_H_
#define HERMETIC_GUARDS_LOADED_MODULES_H_

#include <cstdint>

namespace hermetic {

class LoadedModules {
 public:
  // A number, never 0, that differs from the last one if anything but an OwnChange
  // has changed sys.modules in between. GIL held, here and below.
  static uint64_t State();

  // While one lives, modules that the guards know are taken out or put back. The GIL
  // must not be given up meanwhile.
  class OwnChange {
   public:
    OwnChange();
    ~OwnChange();
    OwnChange(const OwnChange&) = delete;
    OwnChange& operator=(const OwnChange&) = delete;

   private:
    bool is_known_;
  };
};

}  // namespace hermetic

#endif  // HERMETIC_GUARDS_LOADED_MODULES_H_
