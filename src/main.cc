#include "cli/cli.h"

int main(int argc, char** argv) { return verbale::run_program(argc, argv); }
